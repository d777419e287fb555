namespace LocalAws.Lambda.Failures;

/// <summary>Why an event was given up.</summary>
internal enum FailureCondition
{
    RetriesExhausted,
    EventAgeExceeded,
}
