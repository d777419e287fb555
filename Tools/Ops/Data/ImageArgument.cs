using System.CommandLine;
using System.CommandLine.Parsing;
using Iris.Catalog;

namespace Iris.Ops.Data;

/// <summary>The one image that a command is about.</summary>
internal static class ImageArgument
{
    public static readonly Argument<ImageId> Id = new("id")
    {
        Description = $"The image's id: the {ImageId.Length} characters at the end of the address of its page.",
        CustomParser = Parse,
    };

    private static ImageId Parse(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;

        if (!ImageId.TryParse(text, out var id))
        {
            argument.AddError($"'{text}' is no id of an image.");
        }

        return id;
    }
}
