namespace LocalAws.Rekognition;

/// <summary>Reads tables of tab-separated values; a line that begins with # is a comment.</summary>
internal static class TabSeparated
{
    public static IEnumerable<string[]> Rows(TextReader text)
    {
        while (text.ReadLine() is { } line)
        {
            if (line is not ['#', ..])
            {
                yield return line.Split('\t');
            }
        }
    }

    /// <summary>The rows of a table within this assembly.</summary>
    public static IReadOnlyList<string[]> Resource(string name)
    {
        using var text = new StreamReader(typeof(TabSeparated).Assembly.GetManifestResourceStream(name)!);
        return [.. Rows(text)];
    }
}
