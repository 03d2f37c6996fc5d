"""Takes from the application's database role whatever could change the audit in silence, when another role owns it.

The owner has the tables and runs migrations; the application only works with rows, and with those of the audit, of
decisions and of seals it can do nothing but add. History rows are not even added by it, but by the triggers, which run
as the owner.
"""
