using Iris.Catalog.Statistics;
using Iris.Catalog.Table;

namespace Iris.Catalog.Maintenance;

/// <summary>One attribute of one item of counters that does not say what the rows say.</summary>
internal sealed record CounterDifference(Key Key, string Attribute, string? Name, long Was, long Is)
{
    /// <summary>Whether both find the same counter wrong by the same amount, however far it has moved on meanwhile.</summary>
    public bool Confirms(CounterDifference earlier) => (Key, Attribute, Is - Was) == (earlier.Key, earlier.Attribute, earlier.Is - earlier.Was);

    public CounterCorrection ToCorrection() => new($"{Key.Partition}/{Key.Sort}/{Attribute}", Was, Is);

    /// <summary>Adds what is missing, so that what is counted meanwhile is not lost.</summary>
    public Update ToUpdate()
    {
        var update = new Update(Key).Add(Attribute, Value.Number(Is - Was));

        return Name is null ? update : update.Set(CounterChange.NameAttribute, Value.Text(Name));
    }
}
