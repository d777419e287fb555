using System.Text.RegularExpressions;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Iris.Catalog.Table;

/// <summary>One conditional UpdateItem. Every attribute name is aliased, for DynamoDB reserves 573 words that nobody remembers.</summary>
internal sealed partial class Update(Key key)
{
    private readonly Dictionary<string, string> _names = [];
    private readonly Item _values = [];
    private readonly List<string> _set = [];
    private readonly List<string> _remove = [];
    private readonly List<string> _add = [];
    private readonly List<string> _delete = [];
    private string? _condition;

    public Update Set(string attribute, AttributeValue value) => Clause(_set, $"#{attribute} = :{attribute}", (attribute, value));

    public Update Set(Item attributes) =>
        attributes.Aggregate(this, static (update, attribute) => update.Set(attribute.Key, attribute.Value));

    public Update Set(Lease lease) =>
        Set(ImageItem.LeaseOwner, Value.Text(lease.Owner)).Set(ImageItem.LeaseUntil, Value.Time(lease.Until));

    public Update Set(Owed owed) => Set(ImageItem.Owed, Value.Text(owed.ToString()));

    public Update Remove(params ReadOnlySpan<string> attributes)
    {
        foreach (var attribute in attributes)
        {
            Clause(_remove, $"#{attribute}");
        }

        return this;
    }

    /// <summary>Adds to a number, or a member to a set.</summary>
    public Update Add(string attribute, AttributeValue value) => Clause(_add, $"#{attribute} :{attribute}", (attribute, value));

    /// <summary>Takes a member out of a set.</summary>
    public Update Delete(string attribute, AttributeValue value) => Clause(_delete, $"#{attribute} :{attribute}", (attribute, value));

    /// <summary>Names attributes as <c>#name</c> and values as <c>:value</c>; several conditions must all hold.</summary>
    public Update When(string condition, params ReadOnlySpan<(string Name, AttributeValue Value)> values)
    {
        Alias(condition);
        _condition = _condition is null ? condition : $"{_condition} AND {condition}";

        foreach (var (name, value) in values)
        {
            _values[$":{name}"] = value;
        }

        return this;
    }

    public UpdateItemRequest ToRequest(string table) => new()
    {
        TableName = table,
        Key = key.ToItem(),
        UpdateExpression = string.Concat(
            Section("SET", _set), Section("REMOVE", _remove), Section("ADD", _add), Section("DELETE", _delete)),
        ConditionExpression = _condition,
        ExpressionAttributeNames = _names,
        ExpressionAttributeValues = _values.Count > 0 ? _values : null,
        ReturnValues = ReturnValue.ALL_NEW,
    };

    private Update Clause(List<string> clauses, string clause, params ReadOnlySpan<(string Name, AttributeValue Value)> values)
    {
        clauses.Add(clause);
        Alias(clause);

        foreach (var (name, value) in values)
        {
            _values.Add($":{name}", value);
        }

        return this;
    }

    private void Alias(string expression)
    {
        foreach (var alias in Names.EnumerateMatches(expression))
        {
            var name = expression.Substring(alias.Index, alias.Length);
            _names[name] = name[1..];
        }
    }

    private static string Section(string keyword, List<string> clauses) =>
        clauses is [] ? "" : $"{keyword} {string.Join(", ", clauses)} ";

    [GeneratedRegex("#[A-Za-z0-9]+")]
    private static partial Regex Names { get; }
}
