package cn.yigongti.localservers;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Copies and deletes folders with all that is in them, also while a server goes on
 * writing there.
 */
final class Trees {

	private Trees() {
	}

	static void delete(Path tree) throws IOException {
		if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
			return;
		}
		Files.walkFileTree(tree, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				Files.deleteIfExists(file);
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFileFailed(Path file, IOException ex) throws IOException {
				return unlessGone(ex);
			}

			@Override
			public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException ex) throws IOException {
				Files.deleteIfExists(folder);
				return FileVisitResult.CONTINUE;
			}

		});
	}

	/**
	 * Copies with owners and modes.
	 * @param withContent tells of a path, relative to the tree, whether it is copied: a
	 * file at all, a folder with what is in it
	 */
	static void copy(Path tree, Path copy, Predicate<Path> withContent) throws IOException {
		Files.walkFileTree(tree, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
				Path relative = tree.relativize(folder);
				Files.copy(folder, copy.resolve(relative), StandardCopyOption.COPY_ATTRIBUTES);
				return withContent.test(relative) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
			}

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				Path relative = tree.relativize(file);
				if (withContent.test(relative)) {
					copyUnlessGone(file, copy.resolve(relative));
				}
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFileFailed(Path file, IOException ex) throws IOException {
				return unlessGone(ex);
			}

		});
	}

	private static void copyUnlessGone(Path file, Path copy) throws IOException {
		try {
			Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
		}
		catch (NoSuchFileException gone) {
			Files.deleteIfExists(copy);
		}
	}

	private static FileVisitResult unlessGone(IOException ex) throws IOException {
		if (ex instanceof NoSuchFileException) {
			return FileVisitResult.CONTINUE;
		}
		throw ex;
	}

}
