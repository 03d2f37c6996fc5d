"""Who a program acts for, and how far: tokens of the programming interface."""
