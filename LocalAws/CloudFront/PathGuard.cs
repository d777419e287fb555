using System.Buffers;
using LocalAws.CloudFront.Site;
using Microsoft.AspNetCore.Http.Features;

namespace LocalAws.CloudFront;

/// <summary>
/// Decides by the raw request target, before anything decodes it, whether two readers could see different paths in it. What passes
/// has one reading only, so that the prefix which chose the behaviour is the prefix of the object's key.
/// </summary>
internal static class PathGuard
{
    // "/" "\" "." and "%" have no reason to be encoded but to be seen by one reader and not by the next.
    private static readonly SearchValues<char> s_ambiguous = SearchValues.Create("/\\.%");

    /// <summary>
    /// True for a path in origin form, without dot segments, empty segments, backslashes, control characters or doubtful escapes.
    /// </summary>
    /// <param name="rawTarget">The target as it stands in the request line, for example <c>/images/a/300.webp?x=1</c>.</param>
    public static bool Admits(ReadOnlySpan<char> rawTarget)
    {
        var end = rawTarget.IndexOfAny('?', '#');
        var path = end < 0 ? rawTarget : rawTarget[..end];
        return path is ['/', ..] && HasPlainSegments(path[1..]) && HasPlainCharacters(path) && HasPlainEscapes(path);
    }

    private static bool HasPlainSegments(ReadOnlySpan<char> path)
    {
        foreach (var segment in path.Split('/'))
        {
            // The last segment may be empty: the path then ends with a slash.
            if (path[segment] is "." or ".." || (path[segment].IsEmpty && segment.End.Value != path.Length))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasPlainCharacters(ReadOnlySpan<char> path) =>
        !path.Contains('\\') && !path.ContainsAnyExceptInRange('!', '~');

    private static bool HasPlainEscapes(ReadOnlySpan<char> path)
    {
        for (var at = path.IndexOf('%'); at >= 0; at = path.IndexOf('%'))
        {
            if (at + 2 >= path.Length || !char.IsAsciiHexDigit(path[at + 1]) || !char.IsAsciiHexDigit(path[at + 2]))
            {
                return false;
            }

            var decoded = Convert.FromHexString(path.Slice(at + 1, 2))[0];
            if (decoded is < 0x20 or 0x7f || s_ambiguous.Contains((char)decoded))
            {
                return false;
            }

            path = path[(at + 3)..];
        }

        return true;
    }
}

internal sealed class PathGuardMiddleware(RequestDelegate next, NotFoundPage notFound)
{
    // Nothing is at such a path, and the answer does not say why: it is the same as for any other path without an object.
    public Task InvokeAsync(HttpContext context) =>
        PathGuard.Admits(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget)
            ? next(context)
            : notFound.AnswerAsync(context);
}
