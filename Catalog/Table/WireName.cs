using System.Text.Json;

namespace Iris.Catalog.Table;

/// <summary>The members of an enumeration by the kebab-case names that they bear in the table and in the HTTP contract.</summary>
internal static class WireName<TEnum> where TEnum : struct, Enum
{
    private static readonly Dictionary<TEnum, string> s_names =
        Enum.GetValues<TEnum>().ToDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

    private static readonly Dictionary<string, TEnum> s_values = s_names.ToDictionary(name => name.Value, name => name.Key);

    public static string Of(TEnum value) => s_names[value];

    public static TEnum Parse(string name) => s_values[name];
}
