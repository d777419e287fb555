using System.Diagnostics.CodeAnalysis;

namespace LocalAws.S3.Storage;

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
