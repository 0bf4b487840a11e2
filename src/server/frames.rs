//! Reads the client's messages and passes on only what the package below can read: a message
//! that is no message would end its reading for good. In its place goes a note, to which the
//! service answers with an error.

use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufReader};
use tower_lsp::jsonrpc::{Error, Id, Request, Response};

/// The note that stands for a message that is no JSON.
const UNREADABLE: &str = "$copydesk/unreadable";
/// The note that stands for JSON that is no message.
const INVALID: &str = "$copydesk/invalid";
/// The longest message (bytes) that is read.
const LONGEST: usize = 1 << 30;

/// Passes messages from `input` to `output` until either ends.
pub(super) async fn feed(input: impl AsyncRead + Unpin, mut output: impl AsyncWrite + Unpin) {
    let mut input = BufReader::new(input);
    while let Some(body) = next(&mut input).await {
        let body = checked(body);
        let header = format!("Content-Length: {}\r\n\r\n", body.len());
        if output.write_all(header.as_bytes()).await.is_err()
            || output.write_all(&body).await.is_err()
        {
            return;
        }
    }
    // Dropping this end would not tell the reader that it was the last.
    let _ = output.shutdown().await;
}

/// The body of the next message; headers without a length are passed over.
async fn next(input: &mut (impl AsyncBufReadExt + Unpin)) -> Option<Vec<u8>> {
    let mut length: Option<usize> = None;
    loop {
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line).await.ok()? == 0 {
            return None;
        }
        let text = String::from_utf8_lossy(&line);
        match (text.trim(), length) {
            ("", Some(length)) => return body(input, length).await,
            (header, _) => length = length_in(header).or(length),
        }
    }
}

fn length_in(header: &str) -> Option<usize> {
    // What stands before it may be the rest of something broken.
    let at = header.to_ascii_lowercase().rfind("content-length:")?;
    let length = header.get(at + "content-length:".len()..)?.trim().parse().ok()?;
    (length <= LONGEST).then_some(length)
}

async fn body(input: &mut (impl AsyncBufReadExt + Unpin), length: usize) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    let read = input.take(length as u64).read_to_end(&mut body).await.ok()?;
    (read == length).then_some(body)
}

/// `body`, or the note that stands for it.
fn checked(body: Vec<u8>) -> Vec<u8> {
    let Ok(message) = serde_json::from_slice::<Value>(&body) else { return note(UNREADABLE, None) };
    let id = message.get("id").cloned();
    let is_request = message.get("method").is_some();
    let known = match is_request {
        true => serde_json::from_value::<Request>(message).is_ok(),
        false => serde_json::from_value::<Response>(message).is_ok(),
    };
    if known { body } else { note(INVALID, id) }
}

fn note(method: &str, id: Option<Value>) -> Vec<u8> {
    json!({"jsonrpc": "2.0", "method": method, "params": {"id": id}}).to_string().into_bytes()
}

/// The answer to a note; `None` where `request` is none.
pub(super) fn answer(request: &Request) -> Option<Response> {
    let id = request.params().and_then(|params| serde_json::from_value(params["id"].clone()).ok());
    match request.method() {
        UNREADABLE => Some(Response::from_error(Id::Null, Error::parse_error())),
        INVALID => Some(Response::from_error(id.unwrap_or(Id::Null), Error::invalid_request())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_messages_pass() {
        for (body, passed) in [
            (r#"{"jsonrpc":"2.0","method":"x","id":1}"#, true),
            (r#"{"jsonrpc":"2.0","id":1,"result":null}"#, true),
            (r#"{"jsonrpc":"2.0","id":"a","error":{"code":1,"message":"m"}}"#, true),
            (r#"{"jsonrpc":"2.0","method":3,"id":1}"#, false),
            (r#"{"method":"x","id":1}"#, false),
            ("[]", false),
            ("{", false),
            ("\u{feff}", false),
        ] {
            assert_eq!(checked(body.as_bytes().to_vec()) == body.as_bytes(), passed, "{body}");
        }
    }

    #[tokio::test]
    async fn frames_are_found_behind_rubbish() {
        let input = b"rubbish\r\n\r\nContent-Type: x\r\ncontent-length: 2\r\n\r\n{}moreContent-Length: 3\r\n\r\nabcContent-Length: 9\r\n\r\nshort";
        let mut reader = BufReader::new(&input[..]);
        assert_eq!(next(&mut reader).await.as_deref(), Some(&b"{}"[..]));
        assert_eq!(next(&mut reader).await.as_deref(), Some(&b"abc"[..]));
        assert_eq!(next(&mut reader).await, None);
    }
}
