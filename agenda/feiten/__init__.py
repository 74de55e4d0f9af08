"""What can be known of the year, a topic, a member or a pair: the facts that rules judge."""
