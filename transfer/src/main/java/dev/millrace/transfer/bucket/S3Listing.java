package dev.millrace.transfer.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the answer to ListObjectsV2: in XML, its keys encoded as in addresses.
final class S3Listing {
    private static final Pattern KEY =
            Pattern.compile("<Contents>(?:(?!</Contents>).)*?<Key>([^<]*)</Key>", Pattern.DOTALL);

    private S3Listing() {}

    static List<String> keys(String answer) {
        boolean isEncoded = answer.contains("<EncodingType>url</EncodingType>");
        List<String> keys = new ArrayList<>();
        Matcher matcher = KEY.matcher(answer);
        while (matcher.find()) {
            String key = unescape(matcher.group(1));
            keys.add(isEncoded ? URLDecoder.decode(key, UTF_8) : key);
        }
        return keys;
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
