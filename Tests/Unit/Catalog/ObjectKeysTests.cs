using Iris.Catalog;
using Iris.Catalog.Objects;

namespace Iris.Tests.Unit.Catalog;

public sealed class ObjectKeysTests
{
    private const string Id = "werc8gmrzge196qvyk49jvxs4g";

    [Fact]
    public void An_original_is_known_by_its_key()
    {
        Assert.True(ObjectKeys.TryReadOriginal(ObjectKeys.Original(ImageId.Parse(Id)), out var id));
        Assert.Equal(Id, id.ToString());
    }

    [Theory]
    [InlineData($"images/{Id}/300.webp")]
    [InlineData($"images/{Id}")]
    [InlineData($"uploads/{Id}/")]
    [InlineData($"uploads/../images/{Id}")]
    [InlineData($"/uploads/{Id}")]
    [InlineData($"uploads%2F{Id}")]
    [InlineData("uploads/")]
    [InlineData("")]
    public void No_other_key_passes_for_an_original(string key) => Assert.False(ObjectKeys.TryReadOriginal(key, out _));
}
