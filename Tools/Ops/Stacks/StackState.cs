namespace Iris.Ops.Stacks;

/// <summary>What can be done with a stack.</summary>
internal enum StackState
{
    /// <summary>It stands, and takes an update.</summary>
    Stands,

    /// <summary>An operation is going on.</summary>
    Busy,

    /// <summary>Only a change set for its creation exists.</summary>
    Planned,

    /// <summary>Its creation failed: it can be deleted, and nothing else.</summary>
    NeverStood,

    /// <summary>It needs somebody's hand.</summary>
    Stuck,

    /// <summary>It is no more.</summary>
    Gone,
}
