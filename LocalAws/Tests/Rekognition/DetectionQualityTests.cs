using System.Text.Json;
using Iris.Tests.Support;
using LocalAws.Rekognition;
using LocalAws.Rekognition.Detection;
using LocalAws.Rekognition.Labels;
using LocalAws.Rekognition.Pictures;
using Microsoft.Extensions.Options;

namespace LocalAws.Tests.Rekognition;

/// <summary>
/// How true the labels of 48 photographs are, which the build fetches from npm packages under the MIT licence: photographs.json says what each
/// shows, as one pair of eyes saw it before any network did, and what it may show, small or open to argument, which counts neither way.
/// </summary>
public sealed class DetectionQualityTests : IDisposable
{
    private readonly DetectionNetwork _network = DetectionNetwork.Load(new RekognitionOptions().ModelDirectory);

    public void Dispose() => _network.Dispose();

    [Fact]
    public void At_a_confidence_of_55_labels_are_right_and_few_are_missing()
    {
        var (right, wrong, missing) = Count(minConfidence: 0.55f);

        Assert.True(Share(right.Count, wrong.Count) >= 0.88, $"Precision {Share(right.Count, wrong.Count):P0}: {string.Join(", ", wrong)}");
        Assert.True(Share(right.Count, missing.Count) >= 0.80, $"Recall {Share(right.Count, missing.Count):P0}: {string.Join(", ", missing)}");
    }

    private static double Share(int right, int others) => (double)right / (right + others);

    private (List<string> Right, List<string> Wrong, List<string> Missing) Count(float minConfidence)
    {
        var decoder = new PictureDecoder(Options.Create(new RekognitionOptions()));
        var photographs = Photographs();
        Assert.True(photographs.Length >= 40);
        var (right, wrong, missing) = (new List<string>(), new List<string>(), new List<string>());

        foreach (var photograph in photographs)
        {
            Assert.False(decoder.Decode(File.ReadAllBytes(PathOf(photograph))).Failed(out _, out var shown));
            string[] found =
            [
                .. _network.Detect(shown).Where(found => found.Score >= minConfidence && Taxonomy.Coco.Knows(found.Class))
                    .Select(found => Taxonomy.Coco[found.Class].Name).Distinct(),
            ];
            right.AddRange(Named(found.Intersect(photograph.Shows)));
            wrong.AddRange(Named(found.Except(photograph.Shows).Except(photograph.May ?? [])));
            missing.AddRange(Named(photograph.Shows.Except(found)));

            IEnumerable<string> Named(IEnumerable<string> labels) => labels.Select(label => $"{label} in {photograph.File}");
        }

        return (right, wrong, missing);
    }

    private static string PathOf(LabelledPhotograph photograph) =>
        Repository.PathOf("Tools", "Seed", "Photographs", "node_modules", photograph.File);

    private static LabelledPhotograph[] Photographs() => JsonSerializer.Deserialize<LabelledPhotograph[]>(
        File.ReadAllText(Repository.PathOf("LocalAws", "Tests", "Rekognition", "photographs.json")), JsonSerializerOptions.Web)!;

    private sealed record LabelledPhotograph(string File, string[] Shows, string[]? May);
}
