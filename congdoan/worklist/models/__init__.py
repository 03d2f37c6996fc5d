from congdoan.worklist.models.day import RemindedDay
from congdoan.worklist.models.feed import CalendarFeed
from congdoan.worklist.models.item import WorkItem
from congdoan.worklist.models.mail import OutgoingMail
from congdoan.worklist.models.notice import Notice, NoticeChoice

__all__ = ["CalendarFeed", "Notice", "NoticeChoice", "OutgoingMail", "RemindedDay", "WorkItem"]
