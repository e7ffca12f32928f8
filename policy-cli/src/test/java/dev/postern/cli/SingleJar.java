package dev.postern.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.github.difflib.DiffUtils;
import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.internal.InternalFutureFailureAccess;
import dev.postern.catalog.Catalog;
import dev.postern.eval.Authorizer;
import dev.postern.lint.Linter;
import dev.postern.model.json.PolicyReader;
import dev.postern.suite.SuiteReader;
import gg.jte.TemplateOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.antlr.v4.runtime.CharStreams;

/** One jar with all classes of the command, as the build makes one after the tests. */
final class SingleJar {
  private static final List<Class<?>> ONE_OF_EACH =
      List.of(
          PosternCommand.class,
          Catalog.class,
          Linter.class,
          SuiteReader.class,
          CharStreams.class,
          Authorizer.class,
          PolicyReader.class,
          JsonFactory.class,
          DiffUtils.class,
          TemplateOutput.class,
          InternalFutureFailureAccess.class,
          ImmutableList.class);

  private final Set<String> names = new HashSet<>();
  private final JarOutputStream jar;

  private SingleJar(JarOutputStream jar) {
    this.jar = jar;
  }

  static void write(Path file) throws IOException, URISyntaxException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, PosternCommand.class.getName());
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
      jar.setLevel(1);
      SingleJar single = new SingleJar(jar);
      for (Class<?> type : ONE_OF_EACH) {
        Path place = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isDirectory(place)) {
          single.addFolder(place);
        } else {
          single.addJar(place);
        }
      }
    }
  }

  private void addFolder(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        add(folder.relativize(file).toString().replace('\\', '/'), in);
      }
    }
  }

  private void addJar(Path file) throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        add(entry.getName(), in);
      }
    }
  }

  private void add(String name, InputStream in) throws IOException {
    if (!name.startsWith("META-INF/") && !name.endsWith("module-info.class") && names.add(name)) {
      jar.putNextEntry(new JarEntry(name));
      in.transferTo(jar);
      jar.closeEntry();
    }
  }
}
