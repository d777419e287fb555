using System.Text.RegularExpressions;
using Iris.Tests.Support;

namespace Iris.Tests.Infrastructure.Iam;

/// <summary>The operations of AWS clients that the source calls, by the SDK's names: S3/GetObject.</summary>
internal static partial class ClientCalls
{
    private static readonly string[] s_projects = ["Catalog", "ImageApi", "ImageProcessor"];

    // It runs with an operator's rights: no function registers it.
    private static readonly string s_maintenance = Repository.PathOf("Catalog", "Maintenance") + Path.DirectorySeparatorChar;

    public static IReadOnlySet<string> InTheSource() => s_projects
        .SelectMany(project => Directory.EnumerateFiles(Repository.PathOf(project), "*.cs", SearchOption.AllDirectories))
        .Where(static file => !file.StartsWith(s_maintenance, StringComparison.Ordinal))
        .SelectMany(file => Call().Matches(File.ReadAllText(file)))
        .Select(call => $"{Service(call.Groups["client"].Value)}/{call.Groups["operation"].Value}")
        .ToHashSet();

    // As AWS names the services in its SDKs.
    private static string Service(string client) => client switch
    {
        "s3" => "S3",
        "dynamoDB" => "DynamoDB",
        "rekognition" => "Rekognition",
        _ => throw new NotSupportedException(client),
    };

    [GeneratedRegex(@"\b(?<client>s3|dynamoDB|rekognition)\.(?<operation>[A-Z][A-Za-z0-9]+?)Async\(")]
    private static partial Regex Call();
}
