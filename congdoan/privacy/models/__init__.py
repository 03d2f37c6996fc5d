from congdoan.privacy.models.request import DataRequest, Datum, Kind, RequestState

__all__ = ["DataRequest", "Datum", "Kind", "RequestState"]
