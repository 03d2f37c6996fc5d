"""Reads official papers into headers, citations, tasks and assignments: text in, frozen dataclasses out."""
