// Go-tlog checks a tiled transparency log from outside, with the Merkle tree and signed-note packages of the Go project.
//
//	go-tlog check PREFIX VKEY [KIND/SUBJECT ...]
//
// reads the log at PREFIX over HTTP (C2SP tlog-tiles) and checks the signature of its checkpoint, the root from the tiles, the
// entry and the inclusion proof of every leaf, consistency with smaller trees, the log's own consistency answers and its
// tlog-proof files for the named subjects. It prints one line of counts, or says what is wrong and ends with status 1.
//
//	go-tlog sign TEXT N
//
// prints N verifier keys, an empty line, and TEXT as a note signed by all of them.
package main

import (
	"bytes"
	"crypto/rand"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const tileHeight = 8

func main() {
	var err error
	switch {
	case len(os.Args) >= 4 && os.Args[1] == "check":
		err = check(os.Args[2], os.Args[3], os.Args[4:])
	case len(os.Args) == 4 && os.Args[1] == "sign":
		err = signNote(os.Args[2], os.Args[3])
	default:
		err = fmt.Errorf("usage: go-tlog check PREFIX VKEY [KIND/SUBJECT ...] | go-tlog sign TEXT N")
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func check(prefix, vkey string, subjects []string) error {
	log := &remoteLog{prefix: prefix}
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return err
	}
	signed, err := log.get("/checkpoint")
	if err != nil {
		return err
	}
	tree, err := openCheckpoint(signed, verifier)
	if err != nil {
		return err
	}
	reader := tlog.TileHashReader(tree, log)

	leaves := make([]tlog.Hash, 0, tree.N)
	for n := int64(0); n*256 < tree.N; n++ {
		hashes, err := log.leaves(n, min(256, tree.N-n*256))
		if err != nil {
			return err
		}
		leaves = append(leaves, hashes...)
	}
	for i, leaf := range leaves {
		proof, err := tlog.ProveRecord(tree.N, int64(i), reader)
		if err != nil {
			return fmt.Errorf("leaf %d: %w", i, err)
		}
		if err := tlog.CheckRecord(proof, tree.N, tree.Hash, int64(i), leaf); err != nil {
			return fmt.Errorf("leaf %d: %w", i, err)
		}
	}

	sizes := smallerSizes(tree.N)
	for _, size := range sizes {
		if err := log.checkConsistency(size, tree, leaves, reader); err != nil {
			return fmt.Errorf("consistency of %d with %d leaves: %w", tree.N, size, err)
		}
	}
	for _, subject := range subjects {
		if err := log.checkProofFile(subject, verifier, leaves); err != nil {
			return fmt.Errorf("proof of %s: %w", subject, err)
		}
	}
	fmt.Printf("size=%d inclusion=%d consistency=%d proof_files=%d tiles=%d\n",
		tree.N, len(leaves), len(sizes), len(subjects), log.tilesRead)
	return nil
}

// openCheckpoint verifies a signed checkpoint (C2SP tlog-checkpoint) whose origin is the name of its key.
func openCheckpoint(signed []byte, verifier note.Verifier) (tlog.Tree, error) {
	opened, err := note.Open(signed, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[3] != "" || lines[0] != verifier.Name() {
		return tlog.Tree{}, fmt.Errorf("the checkpoint has another form: %q", opened.Text)
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tlog.Tree{}, err
	}
	root, err := tlog.ParseHash(lines[2])
	if err != nil {
		return tlog.Tree{}, err
	}
	return tlog.Tree{N: size, Hash: root}, nil
}

// smallerSizes gives sizes around powers of two, around tiles, and some between.
func smallerSizes(n int64) []int64 {
	seen := map[int64]bool{}
	sizes := []int64{}
	add := func(size int64) {
		if size >= 1 && size <= n && !seen[size] {
			seen[size] = true
			sizes = append(sizes, size)
		}
	}
	for power := int64(1); power <= n; power *= 2 {
		for _, near := range []int64{-1, 0, 1} {
			add(power + near)
		}
	}
	for step := int64(1); step <= 20; step++ {
		add(n * step / 20)
	}
	return sizes
}

type remoteLog struct {
	prefix    string
	tilesRead int
}

func (l *remoteLog) get(path string) ([]byte, error) {
	response, err := http.Get(l.prefix + path)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return nil, err
	}
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("GET %s: %s %s", path, response.Status, body)
	}
	return body, nil
}

func (l *remoteLog) Height() int { return tileHeight }

// ReadTiles reads tiles; the caller checks them against the root of the signed checkpoint.
func (l *remoteLog) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	data := make([][]byte, len(tiles))
	for i, tile := range tiles {
		// The package names the height of tiles in paths; C2SP tlog-tiles fixed it and leaves it out.
		path := strings.Replace(tile.Path(), fmt.Sprintf("tile/%d/", tileHeight), "/tile/", 1)
		body, err := l.get(path)
		if err != nil {
			return nil, err
		}
		l.tilesRead++
		data[i] = body
	}
	return data, nil
}

func (l *remoteLog) SaveTiles([]tlog.Tile, [][]byte) {}

// leaves hashes the entries of a bundle.
func (l *remoteLog) leaves(n, width int64) ([]tlog.Hash, error) {
	tile := tlog.Tile{H: tileHeight, L: -1, N: n, W: int(width)}
	path := strings.Replace(tile.Path(), fmt.Sprintf("tile/%d/data/", tileHeight), "/tile/entries/", 1)
	bundle, err := l.get(path)
	if err != nil {
		return nil, err
	}
	hashes := []tlog.Hash{}
	for len(bundle) >= 2 {
		length := int(binary.BigEndian.Uint16(bundle))
		if len(bundle) < 2+length {
			return nil, fmt.Errorf("bundle %d ends in the middle of an entry", n)
		}
		hashes = append(hashes, tlog.RecordHash(bundle[2:2+length]))
		bundle = bundle[2+length:]
	}
	if int64(len(hashes)) != width || len(bundle) != 0 {
		return nil, fmt.Errorf("bundle %d holds %d entries, not %d", n, len(hashes), width)
	}
	return hashes, nil
}

func (l *remoteLog) checkConsistency(size int64, tree tlog.Tree, leaves []tlog.Hash, reader tlog.HashReader) error {
	old, err := rootOf(leaves[:size])
	if err != nil {
		return err
	}
	proof, err := tlog.ProveTree(tree.N, size, reader)
	if err != nil {
		return err
	}
	if err := tlog.CheckTree(proof, tree.N, tree.Hash, size, old); err != nil {
		return err
	}
	body, err := l.get(fmt.Sprintf("/consistency?from=%d&to=%d", size, tree.N))
	if err != nil {
		return err
	}
	var answer struct {
		From, To int64
		Proof    [][]byte
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		return err
	}
	theirs := tlog.TreeProof{}
	for _, hash := range answer.Proof {
		theirs = append(theirs, tlog.Hash(hash))
	}
	if answer.From != size || answer.To != tree.N {
		return fmt.Errorf("the log answers for %d and %d leaves", answer.From, answer.To)
	}
	return tlog.CheckTree(theirs, tree.N, tree.Hash, size, old)
}

// rootOf builds a tree from leaf hashes alone.
func rootOf(leaves []tlog.Hash) (tlog.Hash, error) {
	stored := []tlog.Hash{}
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		hashes := make([]tlog.Hash, len(indexes))
		for i, index := range indexes {
			hashes[i] = stored[index]
		}
		return hashes, nil
	})
	for i, leaf := range leaves {
		hashes, err := tlog.StoredHashesForRecordHash(int64(i), leaf, reader)
		if err != nil {
			return tlog.Hash{}, err
		}
		stored = append(stored, hashes...)
	}
	return tlog.TreeHash(int64(len(leaves)), reader)
}

// checkProofFile checks a tlog-proof file against the leaf that the bundles gave.
func (l *remoteLog) checkProofFile(subject string, verifier note.Verifier, leaves []tlog.Hash) error {
	file, err := l.get("/proof/" + subject)
	if err != nil {
		return err
	}
	head, checkpoint, found := bytes.Cut(file, []byte("\n\n"))
	lines := strings.Split(string(head), "\n")
	if !found || len(lines) < 3 || lines[0] != "c2sp.org/tlog-proof@v1" || !strings.HasPrefix(lines[1], "extra ") {
		return fmt.Errorf("it has another form: %q", file)
	}
	tree, err := openCheckpoint(checkpoint, verifier)
	if err != nil {
		return err
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64)
	if err != nil {
		return err
	}
	proof := tlog.RecordProof{}
	for _, line := range lines[3:] {
		hash, err := base64.StdEncoding.DecodeString(line)
		if err != nil || len(hash) != tlog.HashSize {
			return fmt.Errorf("%q is no hash", line)
		}
		proof = append(proof, tlog.Hash(hash))
	}
	if index >= int64(len(leaves)) {
		return fmt.Errorf("index %d lies outside the log", index)
	}
	return tlog.CheckRecord(proof, tree.N, tree.Hash, index, leaves[index])
}

func signNote(text, count string) error {
	n, err := strconv.Atoi(count)
	if err != nil {
		return err
	}
	signers := []note.Signer{}
	for i := range n {
		skey, vkey, err := note.GenerateKey(rand.Reader, fmt.Sprintf("signer.test/%d", i))
		if err != nil {
			return err
		}
		signer, err := note.NewSigner(skey)
		if err != nil {
			return err
		}
		signers = append(signers, signer)
		fmt.Println(vkey)
	}
	signed, err := note.Sign(&note.Note{Text: text + "\n"}, signers...)
	if err != nil {
		return err
	}
	fmt.Printf("\n%s", signed)
	return nil
}
