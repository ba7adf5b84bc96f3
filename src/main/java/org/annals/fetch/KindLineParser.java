package org.annals.fetch;

import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.message.BasicLineParser;
import org.apache.hc.core5.util.CharArrayBuffer;

/** Takes header lines that break the grammar: with blanks before the colon they count, without a colon they become a header without a name. */
final class KindLineParser extends BasicLineParser {
    @Override
    public Header parseHeader(CharArrayBuffer line) throws ParseException {
        try {
            return super.parseHeader(line);
        } catch (ParseException e) {
            String text = line.toString();
            int colon = text.indexOf(':');
            return colon < 0
                    ? new BasicHeader("", text)
                    : new BasicHeader(
                            text.substring(0, colon).strip(),
                            text.substring(colon + 1).strip());
        }
    }
}
