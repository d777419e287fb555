namespace Iris.ImageProcessor.Imaging.Containers;

/// <summary>What is kept of a file, in order: ranges of it, and a few bytes written in place of others. Nothing is copied before the end, and nothing at all
/// when the pieces are the file.</summary>
internal sealed class Pieces(byte[] file)
{
    private readonly List<ReadOnlyMemory<byte>> _pieces = [];
    private (int Start, int End) _last;

    public int Length { get; private set; }

    public void Keep(int start, int end)
    {
        if (start == _last.End)
        {
            _last.End = end;
        }
        else
        {
            Flush();
            _last = (start, end);
        }

        Length += end - start;
    }

    public void Add(byte[] written)
    {
        if (file.AsSpan(_last.End).StartsWith(written))
        {
            Keep(_last.End, _last.End + written.Length);
            return;
        }

        Flush();
        _last = (_last.End, _last.End);
        _pieces.Add(written);
        Length += written.Length;
    }

    public byte[] ToArray()
    {
        if (_last == (0, file.Length) && _pieces is [])
        {
            return file;
        }

        Flush();
        var whole = new byte[Length];
        var at = 0;

        foreach (var piece in _pieces)
        {
            piece.CopyTo(whole.AsMemory(at));
            at += piece.Length;
        }

        return whole;
    }

    private void Flush()
    {
        if (_last.End > _last.Start)
        {
            _pieces.Add(file.AsMemory(_last.Start.._last.End));
        }
    }
}
