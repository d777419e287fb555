using System.Runtime.InteropServices;

namespace Iris.ImageProcessor.Imaging;

/// <summary>The C library's heap, in which libvips and its codecs live.</summary>
internal static class NativeHeap
{
    // malloc.h of glibc: M_ARENA_MAX.
    private const int ArenaMax = -8;

    /// <summary>
    /// Has all threads share one arena. By default glibc gives each an arena of its own, which keeps what it once had: a processor that
    /// encodes on several threads then grows from 95 to 165 MB, and is no faster for it. Arenas that exist stay, so this comes first.
    /// </summary>
    public static void ShareOneArena()
    {
        try
        {
            mallopt(ArenaMax, 1);
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            // Another C library, another heap.
        }
    }

    [DllImport("libc.so.6")]
    private static extern int mallopt(int parameter, int value);
}
