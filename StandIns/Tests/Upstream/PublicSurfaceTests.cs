using System.Reflection;
using Amazon.DynamoDBv2;
using Amazon.Rekognition;
using Iris.Tests.Support;

namespace StandIns.Tests.Upstream;

/// <summary>
/// A stand-in goes the day that its package comes, and then nothing else may change. So what is public in it is upstream's: each of its
/// types and members stands in the list of its name beside this file, under the file of upstream's source that says so.
/// </summary>
public sealed class PublicSurfaceTests
{
    public static TheoryData<string> StandIns =>
    [
        .. Directory.EnumerateFiles(Repository.PathOf("StandIns"), "*.csproj", SearchOption.AllDirectories)
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Where(name => name != "StandIns.Tests"),
    ];

    [Theory]
    [MemberData(nameof(StandIns))]
    public void What_is_public_is_upstreams(string standIn) => Assert.Empty(SurfaceOf(standIn).Except(UpstreamList.Of(standIn).Signatures));

    [Theory]
    [MemberData(nameof(StandIns))]
    public void What_is_listed_is_there(string standIn) => Assert.Empty(UpstreamList.Of(standIn).Signatures.Except(SurfaceOf(standIn)));

    [Theory]
    [MemberData(nameof(StandIns))]
    public void Each_type_names_the_file_and_the_version_that_it_was_read_in(string standIn)
    {
        var list = UpstreamList.Of(standIn);

        Assert.NotEmpty(list.Sources);
        Assert.All(list.Sources, source => Assert.Matches(@"^\S+\.cs @ [0-9a-f]{8}$", source));
        Assert.Empty(list.TypesWithoutSource);
    }

    [Fact]
    public void A_client_has_the_constructors_of_every_client_that_upstreams_generator_writes() =>
        Assert.Equal(
            Constructors(typeof(AmazonDynamoDBClient))
                .Select(constructor => constructor.Replace("DynamoDB", "Rekognition", StringComparison.Ordinal)),
            Constructors(typeof(AmazonRekognitionClient)));

    private static IEnumerable<string> Constructors(Type client) =>
        PublicSurface.Of(client.Assembly)
            .Where(line => line.StartsWith($"{client.FullName} new(", StringComparison.Ordinal))
            .Select(line => line[client.FullName!.Length..])
            .Order(StringComparer.Ordinal);

    private static IReadOnlyList<string> SurfaceOf(string standIn)
    {
        // The types of a list carry no marks of nullable references where upstream's sources carry none.
        var surface = PublicSurface.Of(Assembly.Load(standIn));
        return [.. UpstreamList.Of(standIn).IsAnnotated ? surface : surface.Select(UpstreamList.WithoutNullability)];
    }
}
