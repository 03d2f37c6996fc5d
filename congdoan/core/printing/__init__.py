"""Official papers as PDF/A and Word files, in the layout of Decree 30/2020/NĐ-CP."""
