namespace Iris.Catalog;

/// <summary>Where an image is on its way. It only moves forward, except that a retry takes a failed one back to pending.</summary>
public enum ImageStatus
{
    /// <summary>Announced; its bytes may or may not have arrived.</summary>
    Pending,

    /// <summary>A processor holds the lease.</summary>
    Processing,

    /// <summary>Final: derivatives and labels are there.</summary>
    Ready,

    /// <summary>Final: the bytes are at fault.</summary>
    Rejected,

    /// <summary>Processing was given up; a retry is possible.</summary>
    Failed,
}
