package fr.isere.iris.models;

import fr.isere.iris.models.ConfigFiles.ConfigFile;
import fr.isere.iris.problems.StartRefused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads files of the configuration and compares them with their schemas. */
class CheckedDocuments implements ConfigDocuments {

    private final ConfigFiles files;
    private final JsonMapper json = new JsonMapper();

    CheckedDocuments(ConfigFiles files) {
        this.files = files;
    }

    @Override
    public <T> Map<String, T> read(String folder, String beginning, String schema, Class<T> type) {
        CheckedFile.Reader reader = new CheckedFile.Reader(schema);
        Map<String, T> read = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (ConfigFile file : files.list(folder, ".yaml")) {
            String name = file.name().substring(folder.length() + 1);
            if (!name.startsWith(beginning)) {
                continue;
            }
            CheckedFile checked = reader.read(file);
            problems.addAll(checked.problems());
            if (checked.problems().isEmpty()) {
                try {
                    read.put(name, json.treeToValue(checked.tree(), type));
                } catch (JacksonException unusable) {
                    problems.add(checked.at("") + unusable.getOriginalMessage());
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new StartRefused("files of " + folder + " are wrong:\n" + String.join("\n", problems));
        }
        return read;
    }

    @Override
    public String promptsDigest() {
        MessageDigest digest = sha256();
        for (List<String> kind : PROMPTS) {
            for (ConfigFile file : files.list(kind.get(0), kind.get(1))) {
                digest.update((file.name() + '\n' + file.text().length() + '\n' + file.text())
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }
}
