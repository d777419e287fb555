using System.Globalization;

namespace LocalAws.Rekognition.Labels;

/// <summary>Rekognition's labels, with ancestors, aliases and categories, for the classes that the network knows.</summary>
internal sealed class Taxonomy
{
    private readonly Dictionary<int, Concept> _byClass = [];
    private readonly Dictionary<string, Concept> _byName = [];

    /// <param name="rows">COCO class or nothing, label, direct parents and aliases separated by semicolons, category.</param>
    /// <exception cref="InvalidDataException">A parent has no row, or is its own ancestor.</exception>
    public Taxonomy(IEnumerable<string[]> rows)
    {
        var table = rows.ToDictionary(row => row[1]);

        foreach (var (name, row) in table)
        {
            var concept = new Concept(name, Ancestors(table, name), Many(row[3]), row[4]);
            _byName.Add(name, concept);

            if (row[0] is not "")
            {
                _byClass.Add(int.Parse(row[0], CultureInfo.InvariantCulture), concept);
            }
        }
    }

    /// <summary>The 80 classes of COCO.</summary>
    public static Taxonomy Coco { get; } = new(TabSeparated.Resource("labels.tsv"));

    public IReadOnlyCollection<Concept> Concepts => _byName.Values;

    /// <summary>The concept of a label.</summary>
    public Concept this[string name] => _byName[name];

    /// <summary>The concept of a COCO class, of which there are 80 with numbers between 1 and 90.</summary>
    public Concept this[int cocoClass] => _byClass[cocoClass];

    public bool Knows(int cocoClass) => _byClass.ContainsKey(cocoClass);

    private static string[] Many(string cell) => cell.Split(';', StringSplitOptions.RemoveEmptyEntries);

    private static IReadOnlyList<string> Ancestors(Dictionary<string, string[]> table, string name)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(Many(table[name][2]));

        while (open.TryDequeue(out var parent))
        {
            if (parent == name)
            {
                throw new InvalidDataException($"{name} is an ancestor of itself");
            }

            if (!table.TryGetValue(parent, out var row))
            {
                throw new InvalidDataException($"{parent}, an ancestor of {name}, has no row");
            }

            if (found.Add(parent))
            {
                Array.ForEach(Many(row[2]), open.Enqueue);
            }
        }

        return [.. found];
    }
}

/// <summary>Something that Rekognition has a label for.</summary>
/// <param name="Name">The label.</param>
/// <param name="Parents">All ancestors in alphabetical order, as Rekognition gives them.</param>
/// <param name="Aliases">Other names.</param>
/// <param name="Category">Its category.</param>
internal sealed record Concept(string Name, IReadOnlyList<string> Parents, IReadOnlyList<string> Aliases, string Category);
