namespace LocalAws.Provision;

/// <summary>How the program ends.</summary>
public enum ExitCode
{
    /// <summary>The bucket and the table are as the template says.</summary>
    Done = 0,

    /// <summary>S3 or DynamoDB did not answer in time, or refused.</summary>
    Unavailable = 1,

    /// <summary>The template or a setting is wrong.</summary>
    Misconfigured = 2,

    /// <summary>A table of that name exists and cannot be turned into what the template says.</summary>
    TableDiffers = 3,
}
