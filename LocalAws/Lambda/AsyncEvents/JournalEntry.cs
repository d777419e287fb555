namespace LocalAws.Lambda.AsyncEvents;

/// <summary>One line of the journal: what became of an event.</summary>
internal sealed record JournalEntry(JournalOperation Operation, string RequestId)
{
    /// <summary>With <see cref="JournalOperation.Accepted"/>.</summary>
    public AsyncEvent? Event { get; init; }

    /// <summary>With <see cref="JournalOperation.Failed"/>.</summary>
    public FailureRecord? Failure { get; init; }

    /// <summary>With <see cref="JournalOperation.Attempted"/>.</summary>
    public int FailedAttempts { get; init; }
}

internal enum JournalOperation
{
    /// <summary>The event is to be delivered.</summary>
    Accepted,

    /// <summary>The function failed on it and will be tried again.</summary>
    Attempted,

    /// <summary>The function handled it.</summary>
    Acknowledged,

    /// <summary>It was given up and is kept as a failure.</summary>
    Failed,

    /// <summary>The failure was redriven or deleted.</summary>
    Removed,
}
