package dev.millrace.transfer.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the answer to ListObjectsV2: in XML, its keys encoded as in addresses.
final class S3Listing {
    private static final Pattern OBJECT =
            Pattern.compile("<Contents>((?:(?!</Contents>).)*)</Contents>", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("<Key>([^<]*)</Key>");
    private static final Pattern SIZE = Pattern.compile("<Size>([0-9]{1,18})</Size>");

    private S3Listing() {}

    static List<StoredObject> objects(String answer) {
        boolean isEncoded = answer.contains("<EncodingType>url</EncodingType>");
        List<StoredObject> objects = new ArrayList<>();
        Matcher matcher = OBJECT.matcher(answer);
        while (matcher.find()) {
            Matcher key = KEY.matcher(matcher.group(1));
            Matcher size = SIZE.matcher(matcher.group(1));
            if (key.find()) {
                String text = unescape(key.group(1));
                objects.add(
                        new StoredObject(
                                isEncoded ? URLDecoder.decode(text, UTF_8) : text,
                                size.find() ? Long.parseLong(size.group(1)) : 0));
            }
        }
        return objects;
    }

    private static String unescape(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }
}
