"""What becomes of open work, judged by how like work went. Imports no Django: figures in, frozen dataclasses out."""
