using Iris.Client;

namespace Iris.Seed;

/// <summary>What a new gallery is filled with.</summary>
public static class Collection
{
    /// <summary>How many pictures it has.</summary>
    public const int Count = 20;

    /// <summary>Photographs from packages, with drawn landscapes between them.</summary>
    /// <inheritdoc cref="PhotographPackages(string)" path="/param"/>
    public static async Task<IReadOnlyList<ImageFile>> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var photographs = await new PhotographPackages(folder).ReadAsync(cancellationToken);
        var landscapes = Enumerable.Range(0, Count - photographs.Count).Select(static number => new Landscape(number).Draw());
        return
        [
            .. photographs.Chunk(photographs.Count / (Count - photographs.Count))
                .Zip(landscapes, static (chunk, landscape) => (ImageFile[])[.. chunk, landscape])
                .SelectMany(static pictures => pictures),
        ];
    }
}
