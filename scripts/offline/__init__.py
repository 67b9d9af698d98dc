"""Make the site that works without a server: simplenet-offline.zip."""
