using System.Diagnostics.CodeAnalysis;
using LocalAws.S3.Cors;
using LocalAws.S3.Notifications;
using LocalAws.S3.Protocol;

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

/// <summary>The bucket that a request names, once it was found; operations on buckets and objects are not called without it.</summary>
internal static class RequestedBucket
{
    extension(S3Request request)
    {
        public Bucket Bucket
        {
            get => request.Http.Features.Get<Bucket>() ?? throw new InvalidOperationException(
                "The route of this operation does not ask for a bucket.");
            set => request.Http.Features.Set(value);
        }
    }
}

/// <summary>The objects of a bucket by key, and the keys in listing order. Finding a place to list from costs log n.</summary>
internal sealed class KeyIndex
{
    private readonly Dictionary<string, StoredObject> _objects = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _keys = new(Utf8KeyComparer.Instance);

    public StoredObject? Find(string key) => _objects.GetValueOrDefault(key);

    public void Put(StoredObject stored)
    {
        _objects[stored.Key] = stored;
        _keys.Add(stored.Key);
    }

    public bool Remove(string key, [NotNullWhen(true)] out StoredObject? removed) => _objects.Remove(key, out removed) && _keys.Remove(key);

    /// <summary>Objects in order, from the first key that is not less than <paramref name="key"/>.</summary>
    public IEnumerable<StoredObject> From(string key) =>
        _keys.GetViewBetween(key, Utf8KeyComparer.AfterEverything).Select(found => _objects[found]);
}
