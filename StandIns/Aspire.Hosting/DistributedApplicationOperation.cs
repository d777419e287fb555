namespace Aspire.Hosting;

/// <summary>What an AppHost can be asked to do.</summary>
public enum DistributedApplicationOperation
{
    /// <summary>Run the application here.</summary>
    Run,

    /// <summary>Describe it for a deployment.</summary>
    Publish,
}
