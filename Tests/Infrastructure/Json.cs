using System.Text.Json;

namespace Iris.Tests.Infrastructure;

internal static class Json
{
    public static bool IsObject(string? text)
    {
        try
        {
            using var document = JsonDocument.Parse(text ?? "");
            return document.RootElement.ValueKind is JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
