"""What always holds of plans and of the work that they give."""
