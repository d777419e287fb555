using Iris.ImageApi;

namespace Iris.Tests.Unit.ImageApi;

public sealed class ValidationTests
{
    [Theory]
    [InlineData("dog.jpg")]
    [InlineData("Übergrößenträger (1) – Kopie.jpg")]
    [InlineData("犬.jpg")]
    [InlineData("👩‍👩‍👧.jpg")]
    [InlineData("..\\..\\etc/passwd")]
    public void Any_writing_is_accepted(string text) => Assert.True(Text.IsDisplayable(text));

    [Theory]
    [InlineData("\0")]
    [InlineData("a\nb")]
    [InlineData("a\u007fb")]
    [InlineData("a\u0085b")]
    [InlineData("a\u2028b")]
    [InlineData("a\u202egpj.exe")]
    [InlineData("a\u2066b")]
    public void What_hides_or_turns_around_is_not(string text) => Assert.False(Text.IsDisplayable(text));

    [Fact]
    public void Half_a_character_is_not() => Assert.False(Text.IsDisplayable("a\ud83d"));
}
