namespace Iris.Tests.Support.Pictures;

/// <summary>
/// Damage as it happens, and as it is done on purpose: bits flipped, ranges overwritten, removed, repeated, the end cut off.
/// </summary>
internal static class Mutation
{
    public static byte[] Of(byte[] bytes, Random random)
    {
        var mutated = bytes;
        for (var times = random.Next(1, 6); times > 0 && mutated.Length > 16; times--)
        {
            mutated = Once(mutated, random);
        }

        return mutated;
    }

    public static byte[] Once(byte[] bytes, Random random)
    {
        // Headers are a small part of the file and most of what can go wrong.
        var at = random.Next(2) == 0 ? random.Next(Math.Min(bytes.Length, 512)) : random.Next(bytes.Length);
        var end = Math.Min(bytes.Length, at + random.Next(1, 64));

        switch (random.Next(6))
        {
            case 0:
                return [.. bytes[..at], (byte)(bytes[at] ^ (1 << random.Next(8))), .. bytes[(at + 1)..]];
            case 1:
                return [.. bytes[..at], (byte)(random.Next(3) switch { 0 => 0, 1 => 255, _ => random.Next(256) }), .. bytes[(at + 1)..]];
            case 2:
                var noise = new byte[end - at];
                random.NextBytes(noise);
                return [.. bytes[..at], .. noise, .. bytes[end..]];
            case 3:
                return [.. bytes[..at], .. bytes[end..]];
            case 4:
                return [.. bytes[..end], .. bytes[at..]];
            default:
                return bytes[..at];
        }
    }
}
