using System.Text.Json;

namespace Iris.Tests.Integration.ImageProcessor;

/// <summary>What a function that runs in another process says of its failure.</summary>
internal sealed class FunctionError(JsonElement document) : Exception(document.GetProperty("errorMessage").GetString())
{
    /// <summary>The name of an exception's type, wherever it was thrown.</summary>
    public static string TypeOf(Exception failure) => failure is FunctionError elsewhere ? elsewhere.Type : failure.GetType().Name;

    private string Type => document.GetProperty("errorType").GetString()!;
}
