using LocalAws.S3.Cors;
using LocalAws.S3.Notifications;

namespace LocalAws.S3.Storage;

/// <summary>A bucket as it stands in memory. Whatever is mutable here changes under the store's lock only.</summary>
internal sealed class Bucket(string name, DateTimeOffset createdAt)
{
    public string Name { get; } = name;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public KeyIndex Objects { get; } = new();

    /// <summary>The sub-resources that were put, as XML, by name.</summary>
    public Dictionary<string, string> Configurations { get; } = new(StringComparer.Ordinal);

    public CorsConfiguration Cors { get; private set; } = CorsConfiguration.None;

    public NotificationConfiguration Notifications { get; private set; } = NotificationConfiguration.None;

    public void Configure(string subResource, string? xml)
    {
        if (xml is null)
        {
            Configurations.Remove(subResource);
        }
        else
        {
            Configurations[subResource] = xml;
        }

        Cors = CorsConfiguration.Parse(Configurations.GetValueOrDefault("cors"));
        Notifications = NotificationConfiguration.Parse(Configurations.GetValueOrDefault("notification"));
    }
}
