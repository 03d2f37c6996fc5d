from congdoan.documents.models.document import Document, DocumentType
from congdoan.documents.models.reading import Citation, Reading, ReadingPage

__all__ = ["Citation", "Document", "DocumentType", "Reading", "ReadingPage"]
