namespace LocalAws.S3.Notifications;

/// <summary>An event on its way, and how often it was refused.</summary>
internal sealed record Delivery(OutboxEvent Event, int Refusals);
