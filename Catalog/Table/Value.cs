using System.Globalization;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace Iris.Catalog.Table;

/// <summary>Attribute values, written.</summary>
internal static class Value
{
    public static AttributeValue Text(string value) => new() { S = value };

    public static AttributeValue Number(long value) => new() { N = value.ToString(CultureInfo.InvariantCulture) };

    public static AttributeValue Number(double value) => new() { N = value.ToString("R", CultureInfo.InvariantCulture) };

    public static AttributeValue Time(DateTimeOffset value) => Text(Timestamp.Write(value));

    public static AttributeValue Name<TEnum>(TEnum value) where TEnum : struct, Enum => Text(WireName<TEnum>.Of(value));

    // The SDK takes an empty list or map for an absent one unless told otherwise.
    public static AttributeValue List<T>(IEnumerable<T> values, Func<T, AttributeValue> write) =>
        new() { L = [.. values.Select(write)], IsLSet = true };

    public static AttributeValue Map(Item map) => new() { M = map, IsMSet = true };

    public static AttributeValue Set(string member) => new() { SS = [member] };
}

/// <summary>Attribute values, read.</summary>
internal static class ItemReading
{
    extension(Item item)
    {
        public string Text(string attribute) => item[attribute].S;

        public string? TextOrNull(string attribute) => item.GetValueOrDefault(attribute)?.S;

        public long Integer(string attribute) => item[attribute].Integer;

        public long IntegerOrZero(string attribute) => item.GetValueOrDefault(attribute)?.Integer ?? 0;

        public double Real(string attribute) => double.Parse(item[attribute].N, CultureInfo.InvariantCulture);

        public DateTimeOffset Time(string attribute) => Timestamp.Read(item.Text(attribute));

        public DateTimeOffset? TimeOrNull(string attribute) => item.TextOrNull(attribute) is { } text ? Timestamp.Read(text) : null;

        public TEnum Name<TEnum>(string attribute) where TEnum : struct, Enum => WireName<TEnum>.Parse(item.Text(attribute));

        public List<T> List<T>(string attribute, Func<AttributeValue, T> read) => [.. (item[attribute].L ?? []).Select(read)];
    }

    extension(AttributeValue value)
    {
        public long Integer => long.Parse(value.N, CultureInfo.InvariantCulture);
    }
}

/// <summary>The members of an enumeration by the kebab-case names that they bear in the table and in the HTTP contract.</summary>
internal static class WireName<TEnum> where TEnum : struct, Enum
{
    private static readonly Dictionary<TEnum, string> s_names =
        Enum.GetValues<TEnum>().ToDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

    private static readonly Dictionary<string, TEnum> s_values = s_names.ToDictionary(name => name.Value, name => name.Key);

    public static string Of(TEnum value) => s_names[value];

    public static TEnum Parse(string name) => s_values[name];
}
