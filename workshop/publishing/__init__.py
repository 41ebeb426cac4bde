"""What of a process everybody may read: its logs up to the heads that were published, what is shown of them, and the page; pure."""
