namespace LocalAws.Lambda.AsyncEvents;

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
