using Iris.Catalog.Statistics;
using Iris.Catalog.Table;
using AttributeValue = Amazon.DynamoDBv2.Model.AttributeValue;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Iris.Ops.Data;

/// <summary>What the counters would say if they had been told of exactly these rows.</summary>
internal sealed class CounterTally
{
    private readonly Dictionary<(Key Key, string Attribute), (long Amount, string? Name)> _counts = [];

    public void Add(StoredImage? row)
    {
        // What goes away has been subtracted already, or will be by whoever takes it away.
        if (row is not { IsDeleting: false, Owed: null, Image.IsFinal: true })
        {
            return;
        }

        foreach (var change in CounterChange.Of(row.Image, Owed.Enter(row.Image.Status)))
        {
            foreach (var (attribute, amount) in change.Amounts)
            {
                var known = _counts.GetValueOrDefault((change.Key, attribute));
                _counts[(change.Key, attribute)] = (known.Amount + amount, change.Name);
            }
        }
    }

    public IEnumerable<CounterDifference> DifferencesFrom(IReadOnlyList<Item> counters)
    {
        var said = counters
            .SelectMany(
                static item => item.Where(IsCount).Select(attribute => ((Key.Of(item), attribute.Key), Amount: attribute.Value.Integer)))
            .ToDictionary(static count => count.Item1, static count => count.Amount);
        return said.Keys.Union(_counts.Keys)
            .Select(counter => new CounterDifference(
                counter.Item1, counter.Item2, _counts.GetValueOrDefault(counter).Name, said.GetValueOrDefault(counter), _counts.GetValueOrDefault(counter).Amount))
            .Where(static difference => difference.Was != difference.Is);
    }

    private static bool IsCount(KeyValuePair<string, AttributeValue> attribute) => attribute.Value.N is not null;
}

/// <summary>One attribute of one item of counters that does not say what the rows say.</summary>
internal sealed record CounterDifference(Key Key, string Attribute, string? Name, long Was, long Is)
{
    /// <summary>Whether both find the same counter wrong by the same amount, however far it has moved on meanwhile.</summary>
    public bool Confirms(CounterDifference earlier) =>
        (Key, Attribute, Is - Was) == (earlier.Key, earlier.Attribute, earlier.Is - earlier.Was);

    public CounterCorrection ToCorrection() => new($"{Key.Partition}/{Key.Sort}/{Attribute}", Was, Is);

    /// <summary>Adds what is missing, so that what is counted meanwhile is not lost.</summary>
    public Update ToUpdate()
    {
        var update = new Update(Key).Add(Attribute, Value.Number(Is - Was));
        return Name is null ? update : update.Set(CounterChange.NameAttribute, Value.Text(Name));
    }
}
