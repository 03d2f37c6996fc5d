from congdoan.duties.models.duty import Duty, DutyShare, Part

__all__ = ["Duty", "DutyShare", "Part"]
