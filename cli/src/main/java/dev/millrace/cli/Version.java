package dev.millrace.cli;

import picocli.CommandLine.IVersionProvider;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;

/// The version of this build, and the Java that it runs on.
public final class Version implements IVersionProvider {

    private static final String RESOURCE = "version.properties";

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {"Millrace " + ofBuild() + " (Java " + Runtime.version() + ")"};
    }

    private static String ofBuild() throws IOException {
        try (InputStream in = Version.class.getResourceAsStream(RESOURCE)) {
            Properties properties = new Properties();
            properties.load(Objects.requireNonNull(in, RESOURCE));
            return properties.getProperty("version");
        }
    }
}
