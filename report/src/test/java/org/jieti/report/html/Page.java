package org.jieti.report.html;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// A rendered page, read back. What scripts and styles hold is left out; the rest must be well
/// formed.
public record Page(String html, String markup, Document document) {

    public static Page of(String html) {
        String markup = html.replaceAll("(?s)(<(script|style)\\b[^>]*>).*?(</\\2>)", "$1$3");
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            return new Page(
                    html,
                    markup,
                    factory.newDocumentBuilder().parse(new InputSource(new StringReader(markup))));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("The page is not well formed.", e);
        }
    }

    /// The text of every node that a path finds, in the order of the page.
    public List<String> texts(String path) {
        try {
            NodeList nodes =
                    (NodeList)
                            XPathFactory.newInstance()
                                    .newXPath()
                                    .evaluate(path, document, XPathConstants.NODESET);
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < nodes.getLength(); i++) {
                texts.add(nodes.item(i).getTextContent().replaceAll("\\s+", " ").strip());
            }
            return texts;
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    public String text(String path) {
        List<String> texts = texts(path);
        if (texts.size() != 1) {
            throw new IllegalStateException(path + " finds " + texts);
        }
        return texts.getFirst();
    }
}
