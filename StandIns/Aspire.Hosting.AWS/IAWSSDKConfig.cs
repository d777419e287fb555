using Amazon;

namespace Aspire.Hosting.AWS;

/// <summary>With which credentials and in which region AWS is called. What is not set comes from where the SDK looks by itself.</summary>
public interface IAWSSDKConfig
{
    /// <summary>The profile of the shared configuration files.</summary>
    string? Profile { get; set; }

    /// <summary>The region.</summary>
    RegionEndpoint? Region { get; set; }
}
