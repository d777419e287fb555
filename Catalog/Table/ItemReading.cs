using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace Iris.Catalog.Table;

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
